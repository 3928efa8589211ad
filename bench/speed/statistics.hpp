#pragma once

#include <vector>

// Of at least one value.
namespace vermilion::speed {

// The smallest value that at least this share of them does not exceed (nearest rank): a value that
// was measured, never one between two.
double quantile(std::vector<double> values, double share);

double median(std::vector<double> values);
double p95(std::vector<double> values);
double mean(const std::vector<double>& values);

}  // namespace vermilion::speed
