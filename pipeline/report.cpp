#include "pipeline/report.hpp"

namespace vermilion::pipeline {

std::string_view name(ImageFormat format) {
  switch (format) {
    case ImageFormat::Jpeg:
      return "jpeg";
    case ImageFormat::Png:
      return "png";
    case ImageFormat::Bmp:
      return "bmp";
  }
  return {};
}

std::string_view name(ScaleSource source) {
  switch (source) {
    case ScaleSource::Page:
      return "page";
    case ScaleSource::Seal:
      return "seal";
    case ScaleSource::DensityTag:
      return "density_tag";
    case ScaleSource::Unknown:
      return "unknown";
  }
  return {};
}

std::string_view name(SealShape shape) {
  switch (shape) {
    case SealShape::Round:
      return "round";
    case SealShape::Oval:
      return "oval";
    case SealShape::Square:
      return "square";
    case SealShape::Rectangle:
      return "rectangle";
  }
  return {};
}

std::string_view name(SealRole role) {
  switch (role) {
    case SealRole::Unknown:
      return "unknown";
    case SealRole::Holder:
      return "holder";
    case SealRole::Registrar:
      return "registrar";
  }
  return {};
}

std::string_view name(CodeSource source) {
  switch (source) {
    case CodeSource::Ocr:
      return "ocr";
    case CodeSource::Qr:
      return "qr";
    case CodeSource::Both:
      return "both";
  }
  return {};
}

}  // namespace vermilion::pipeline
