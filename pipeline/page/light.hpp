#pragma once

#include "pipeline/page/pyramid.hpp"

namespace vermilion::pipeline::page {

// How the page is lit and what colour its paper has. All values 0-255.
struct Light {
  double paper = 255;    // brightness of the paper: the bright mode of the page
  double ink = 0;        // brightness of the print
  double tint_cb = 128;  // colour of the paper; 128 is neutral
  double tint_cr = 128;

  double contrast() const { return paper - ink; }
};

Light light_of(const Pyramid& pyramid);

}  // namespace vermilion::pipeline::page
