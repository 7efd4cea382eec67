# Recomputes with R what the core computes by its own means: one question a line on standard input, the words separated
# by spaces, and one answer a line on standard output, NaN where R has none. See oracle.test.ts.

# A test of few customers warns that its approximation may be poor; here only its arithmetic matters.
quietly <- suppressWarnings

# Wilson score interval of a share: the one prop.test gives without continuity correction.
wilson <- function(held, start, level) {
  as.numeric(quietly(prop.test(held, start, conf.level = level, correct = FALSE))$conf.int)
}

clopper_pearson <- function(held, start, level) {
  as.numeric(binom.test(held, start, conf.level = level)$conf.int)
}

jeffreys <- function(held, start, level) {
  tail <- (1 - level) / 2
  low <- if (held == 0) 0 else qbeta(tail, held + 0.5, start - held + 0.5)
  high <- if (held == start) 1 else qbeta(1 - tail, held + 0.5, start - held + 0.5)
  c(low, high)
}

# Newcombe (1998), method 10: from the Wilson intervals of both shares.
newcombe <- function(x1, n1, x2, n2, level) {
  one <- wilson(x1, n1, level)
  two <- wilson(x2, n2, level)
  p1 <- x1 / n1
  p2 <- x2 / n2
  c(p1 - p2 - sqrt((p1 - one[1])^2 + (two[2] - p2)^2), p1 - p2 + sqrt((one[2] - p1)^2 + (p2 - two[1])^2))
}

k_proportions <- function(x, n) {
  test <- quietly(prop.test(x, n, correct = FALSE))
  c(unname(test$statistic), test$p.value)
}

fisher <- function(x1, n1, x2, n2) {
  fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), nrow = 2), conf.int = FALSE)$p.value
}

goal <- function(held, start, share) {
  test <- quietly(prop.test(held, start, p = share, correct = FALSE))
  c(unname(test$statistic), test$p.value)
}

# The shifted-beta-geometric log-likelihood from beta functions: P(T = t) = B(a + 1, b + t - 1) / B(a, b) and
# S(t) = B(a, b + t) / B(a, b). Survivors at 0, 1, 2 ... periods.
sbg_log_likelihood <- function(a, b, survivors) {
  t <- seq_len(length(survivors) - 1)
  lost <- -diff(survivors)
  left <- survivors[length(survivors)]
  sum(lost * (lbeta(a + 1, b + t - 1) - lbeta(a, b))) + left * (lbeta(a, b + length(t)) - lbeta(a, b))
}

sbg <- function(survivors) {
  # Beyond e^12 the beta functions cancel each other's digits, and a likelihood of 1 would come out.
  loss <- function(logs) {
    if (any(abs(logs) > 12)) return(1e300)
    value <- -sbg_log_likelihood(exp(logs[1]), exp(logs[2]), survivors)
    if (is.finite(value)) value else 1e300
  }
  slope <- function(logs) {
    a <- exp(logs[1])
    b <- exp(logs[2])
    t <- seq_len(length(survivors) - 1)
    lost <- -diff(survivors)
    left <- survivors[length(survivors)]
    last <- length(t)
    d_a <- sum(lost * (digamma(a + 1) - digamma(a + b + t) - digamma(a) + digamma(a + b))) +
      left * (digamma(a + b) - digamma(a + b + last))
    d_b <- sum(lost * (digamma(b + t - 1) - digamma(a + b + t) - digamma(b) + digamma(a + b))) +
      left * (digamma(b + last) - digamma(a + b + last) - digamma(b) + digamma(a + b))
    -c(a * d_a, b * d_b)
  }
  rough <- optim(c(0, 1), loss, control = list(maxit = 300, reltol = 1e-7))
  fine <- optim(rough$par, loss, slope, method = "BFGS", control = list(maxit = 300, reltol = 1e-15))
  best <- if (fine$value < rough$value) fine else rough
  c(exp(best$par), -best$value)
}

answer <- function(line) {
  words <- strsplit(line, " ", fixed = TRUE)[[1]]
  kind <- words[1]
  v <- as.numeric(words[-1])
  half <- length(v) %/% 2
  switch(kind,
    share = c(wilson(v[1], v[2], v[3]), clopper_pearson(v[1], v[2], v[3]), jeffreys(v[1], v[2], v[3])),
    pair = c(k_proportions(v[c(1, 3)], v[c(2, 4)]), fisher(v[1], v[2], v[3], v[4]), newcombe(v[1], v[2], v[3], v[4], 0.95)),
    goal = goal(v[1], v[2], v[3]),
    groups = k_proportions(v[seq_len(half)], v[half + seq_len(half)]),
    holm = p.adjust(v, "holm"),
    cohort = sbg(v),
    stop("Unknown question: ", line)
  )
}

questions <- file("stdin")
lines <- readLines(questions)
close(questions)
for (line in lines) {
  cat(formatC(answer(line), digits = 17, format = "g"), "\n")
}
