#pragma once

#include "pipeline/codec/planes.hpp"
#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"
#include "samples/make.hpp"
#include "samples/random.hpp"

#include <opencv2/core.hpp>

#include <cstdint>
#include <string>
#include <string_view>

// Pages drawn for a test, and pages as the stages after the decoder see them.
namespace vermilion::tests {

struct DrawnPage {
  pipeline::page::Pyramid pyramid;
  pipeline::page::Light light;
  pipeline::page::TextLines lines;
};

// A page from brightness alone, from pixels with red first, and from a sample as it is stored.
DrawnPage page_of(const cv::Mat1b& luma);
DrawnPage page_of(const cv::Mat3b& rgb);
DrawnPage page_of(const samples::Sample& sample);

pipeline::codec::Planes planes_of(const cv::Mat3b& rgb);
pipeline::codec::Planes planes_of(const samples::Sample& sample);

// A stretch of characters side by side: boxes with a bar across, as many strokes as print has.
struct Row {
  cv::Point2f centre;
  float length = 0;
  float height = 0;
  float slope_deg = 0;  // positive: falls to the right
};
void draw(cv::Mat1b& page, const Row& row, int ink = 40);

// Ragged rows of one height from margin to margin, all with one slope.
cv::Mat1b text_page(cv::Size size, float height, float slope_deg = 0, int paper = 245);

// Ink bright on dark, as the seal stages see it; the middle of the rim at `radius`.
void draw_ring(cv::Mat1b& ink, cv::Point2f centre, float radius, float thickness, int brightness);

void add_noise(cv::Mat1b& image, double deviation, samples::Random random);

// What a camera or a scanner sees of something dark on white: turned about the middle, soft, noisy.
struct Wear {
  double turn_deg = 0;
  double blur_px = 0;
  double noise = 0;
};
void wear(cv::Mat1b& image, const Wear& how, std::uint64_t seed);

// A QR code (error correction M) with its quiet zone, a module so many pixels wide. The payload's
// bytes stand in it as they are.
cv::Mat1b qr_symbol(const std::string& payload, double module_px);

void paste(cv::Mat1b& page, const cv::Mat1b& patch, cv::Point upper_left);

}  // namespace vermilion::tests
