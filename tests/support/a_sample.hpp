#pragma once

#include "pipeline/inspect.hpp"
#include "samples/make.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// From a recipe to a report: samples drawn for a test, and what the pipeline says of them.
namespace vermilion::tests {

// A black-and-white copy with the holder's fresh seal on it, as applicants are asked for.
samples::Recipe a_stamped_copy(std::uint64_t seed = 1);

samples::Recipe a_stamped_copy_of(samples::DocumentKind document, std::uint64_t seed = 1);

// The recipe with one more defect planted, in colour with the registrar's seal red, or denser.
samples::Recipe with(samples::Recipe recipe, samples::Defect defect, double strength = 1);
samples::Recipe in_colour(samples::Recipe recipe);
samples::Recipe at_dpi(int dpi, samples::Recipe recipe);

// Drawing takes longer than looking, so a sample is drawn once in a program and kept.
const samples::Sample& a_sample(const samples::Recipe& recipe);
const samples::Sample& a_sample(samples::DocumentKind document,
                                const std::vector<samples::Planted>& defects = {},
                                std::uint64_t seed = 1);

// Where the holder's seal is in the sample; the first, where there are several.
pipeline::Box holder_seal(const samples::Recipe& recipe);

// The program's one inspector, with the models of the source tree.
pipeline::Inspector& inspector();

pipeline::Report inspected(const samples::Sample& sample, const pipeline::Plan& plan);

using Thresholds = std::map<std::string, double, std::less<>>;

// A plan of this check alone, and the report on a sample under it.
pipeline::Plan only(std::string_view check, const Thresholds& thresholds = {});
pipeline::Report checked(std::string_view check, const samples::Recipe& recipe,
                         const Thresholds& thresholds = {});

// The codes of its findings: "SEAL_FAINT SEAL_BLURRED"; empty when there are none.
std::string codes(const pipeline::Report& report);

// Area the boxes share over the area they cover together: 1 the same box, 0 apart.
double overlap(const pipeline::Box& a, const pipeline::Box& b);

}  // namespace vermilion::tests
