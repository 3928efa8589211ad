#pragma once

#include "pipeline/qr/symbol.hpp"

#include <opencv2/core/mat.hpp>

#include <memory>
#include <vector>

namespace vermilion::pipeline::readers {

// QR symbols by zbar, the second opinion: ten times as dear as zxing-cpp, and it grows with every
// symbol it reads (mchehab/zbar#256, #258), so the scanner is made anew every hundred pictures.
// Not to be shared between threads.
class ZbarReader {
 public:
  ZbarReader();
  ~ZbarReader();
  ZbarReader(ZbarReader&&) noexcept;
  ZbarReader& operator=(ZbarReader&&) noexcept;

  std::vector<qr::Symbol> symbols(const cv::Mat& luma);

 private:
  struct Scanner;
  std::unique_ptr<Scanner> scanner_;
  int pictures_ = 0;
};

}  // namespace vermilion::pipeline::readers
