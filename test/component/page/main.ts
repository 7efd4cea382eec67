import './host';
import '../../../src/webview/main';
