#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace vermilion::pipeline {

// What can fail in operation. What is wrong with a document is a Finding, never an Error.
enum class ErrorKind : std::uint8_t {
  ModelMissing,  // a file of models/ is not there
  ModelDamaged,  // it is there, but not the one models/manifest.yaml names
  ReaderFailed,  // an outside reader (Tesseract) refuses to start
};

struct Error {
  ErrorKind kind;
  std::string detail;  // one sentence for a person: what, where, what to do
};

template <class T>
using Result = tl::expected<T, Error>;

}  // namespace vermilion::pipeline
