// omp_set_num_threads(1) was taken for enough, and Tesseract, which names a number of its own, went
// on using four threads: twice the CPU on a line, four times on a page, unseen by costs that count
// one thread.

#include "pipeline/readers/tesseract_reader.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <filesystem>
#include <iterator>

namespace vermilion::pipeline::readers {
namespace {

auto threads_of_this_process() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/task"),
                       std::filesystem::directory_iterator());
}

TEST(TesseractReader, ReadsALineWithoutThreadsOfItsOwn) {
  cv::Mat line(60, 700, CV_8UC1, cv::Scalar(255));
  cv::putText(line, "91360000 62591217", {10, 42}, cv::FONT_HERSHEY_SIMPLEX, 1.2, cv::Scalar(0), 2);
  const auto before = threads_of_this_process();
  TesseractReader reader(TesseractReader::Language::English);
  const auto text = reader.read(line, TesseractReader::Layout::Line);
  ASSERT_TRUE(text) << text.error().detail;
  EXPECT_NE(text->find("91360000"), std::string::npos) << *text;
  EXPECT_EQ(threads_of_this_process(), before);
}

}  // namespace
}  // namespace vermilion::pipeline::readers
