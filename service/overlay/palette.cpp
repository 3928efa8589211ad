#include "service/overlay/palette.hpp"

namespace vermilion::service::overlay {
namespace {

constexpr Colour kMagenta{0.76, 0.00, 0.45};
constexpr Colour kOrange{0.86, 0.42, 0.00};
constexpr Colour kBlue{0.08, 0.38, 0.74};
constexpr Colour kGreen{0.05, 0.50, 0.28};
constexpr Colour kGrey{0.35, 0.37, 0.40};

}  // namespace

Colour colour_of(pipeline::Level level) {
  switch (level) {
    case pipeline::Level::Note:
      return kBlue;
    case pipeline::Level::Warn:
      return kOrange;
    case pipeline::Level::Block:
      return kMagenta;
  }
  return kGrey;
}

Colour colour_of(rules::Verdict verdict) {
  switch (verdict) {
    case rules::Verdict::Accept:
      return kGreen;
    case rules::Verdict::Refer:
      return kOrange;
    case rules::Verdict::Reject:
      return kMagenta;
    case rules::Verdict::Unreadable:
      return kGrey;
  }
  return kGrey;
}

Pen pen_of(pipeline::Level level, double width) {
  const Colour colour = colour_of(level);
  switch (level) {
    case pipeline::Level::Note:
      return {colour, width, {width, 1.5 * width}};
    case pipeline::Level::Warn:
      return {colour, width, {6 * width, 2 * width}};
    case pipeline::Level::Block:
      return {colour, width, {}};
  }
  return {colour, width, {}};
}

}  // namespace vermilion::service::overlay
