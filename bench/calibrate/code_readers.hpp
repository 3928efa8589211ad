#pragma once

#include "bench/calibrate/answers.hpp"
#include "pipeline/error.hpp"
#include "pipeline/page.hpp"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace vermilion::calibrate {

// The two readers of credit codes that say how sure they are, behind gates that can be moved. QR
// symbols are withheld from them and Tesseract is not asked, so that each speaks for itself.
class CodeReaders {
 public:
  [[nodiscard]] static pipeline::Result<CodeReaders> create(const std::filesystem::path& models);

  struct Answers {
    std::vector<Answer> light;
    std::vector<Answer> trained;
    bool light_reads = false;  // as the product is set; then the trained one is not asked
  };
  // Nothing where the file is no picture.
  [[nodiscard]] Answers ask(std::span<const std::byte> bytes, std::string_view file);

 private:
  explicit CodeReaders(pipeline::Tools tools) : tools_(std::move(tools)) {}

  pipeline::Tools tools_;
};

}  // namespace vermilion::calibrate
