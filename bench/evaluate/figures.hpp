#pragma once

#include "bench/evaluate/inspections.hpp"

#include <string>
#include <vector>

// The figures of each category, printed as they are made.
namespace vermilion::evaluate {

// Area shared by two boxes against the area of both.
double overlap(const pipeline::Box& a, const pipeline::Box& b);

std::string percent(int part, int whole);

// Mean, median, 95th percentile and max on one line.
std::string spread(const std::vector<double>& values, const char* unit);

void print_codes(const std::vector<Inspected>& licences, bool each);
void print_no_codes(const std::vector<Inspected>& licences, bool each);
void print_seals(const std::vector<Inspected>& images, bool each);
void print_symbols(const std::vector<Inspected>& images, bool each);
void print_skew(const std::vector<Inspected>& images, bool each);
void print_hostile(const std::vector<Inspected>& files, bool each);

}  // namespace vermilion::evaluate
