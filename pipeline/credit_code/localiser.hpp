#pragma once

#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"
#include "pipeline/readers/network.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace vermilion::pipeline::credit_code {

// Sees where on a page a credit code stands, at any slope and either way up, also where print is
// too small, too pale or too cluttered to make out lines. The model "code_localiser" of models/.
class Localiser {
 public:
  [[nodiscard]] static Result<Localiser> parse(std::span<const std::byte> file) {
    return readers::Network::parse(file, "code_localiser").map([](readers::Network&& net) {
      return Localiser(std::move(net));
    });
  }

  explicit Localiser(readers::Network net) : net_(std::move(net)) {}

  // The likeliest places first, at most kCodePlaces of them, in pixels of the page. Whether a line
  // runs from its one end to the other or back is for the reader to find out.
  [[nodiscard]] std::vector<page::TextLine> locate(const page::Pyramid& pyramid);

  // The same in a part of the page alone, as large as it is in the whole.
  [[nodiscard]] std::vector<page::TextLine> locate(const page::Pyramid& pyramid,
                                                   const cv::Rect& part);

 private:
  readers::Network net_;
};

}  // namespace vermilion::pipeline::credit_code
