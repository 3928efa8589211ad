#pragma once

#include "pipeline/page/text_lines.hpp"

#include <span>
#include <vector>

// Which lines of a page may show a credit code, and in which order they are asked.
namespace vermilion::pipeline::credit_code {

using Lines = std::vector<page::TextLine>;

// Those as long as a code is for their height, from top to bottom; so many at most.
Lines likely_lines(const page::TextLines& lines);

// Those among which a code nearly always stands, and those behind them.
std::span<const page::TextLine> first_of(std::span<const page::TextLine> lines);
std::span<const page::TextLine> others_of(std::span<const page::TextLine> lines);

// Those among them that are not known to say nothing.
Lines without(std::span<const page::TextLine> all, std::span<const page::TextLine> known);

}  // namespace vermilion::pipeline::credit_code
