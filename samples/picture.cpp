#include "samples/picture.hpp"

#include <opencv2/imgproc.hpp>

#include <cassert>

namespace vermilion::samples {
namespace {

// A view of the canvas's pixels; Cairo keeps colour as native 32-bit words, blue first here.
cv::Mat pixels_of(const Canvas& canvas, int type) {
  cairo_surface_t* surface = canvas.surface();
  cairo_surface_flush(surface);
  return {cairo_image_surface_get_height(surface), cairo_image_surface_get_width(surface), type,
          cairo_image_surface_get_data(surface),
          static_cast<std::size_t>(cairo_image_surface_get_stride(surface))};
}

}  // namespace

Picture picture_of(const Canvas& paper) {
  assert(cairo_image_surface_get_format(paper.surface()) == CAIRO_FORMAT_RGB24);
  Picture picture;
  cv::cvtColor(pixels_of(paper, CV_8UC4), picture, cv::COLOR_BGRA2RGB);
  return picture;
}

Mask mask_of(const Canvas& mask) {
  assert(cairo_image_surface_get_format(mask.surface()) == CAIRO_FORMAT_A8);
  return pixels_of(mask, CV_8UC1).clone();
}

}  // namespace vermilion::samples
