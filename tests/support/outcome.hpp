#pragma once

#include "pipeline/codec/decode.hpp"
#include "pipeline/limits.hpp"
#include "samples/hostile/bytes.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vermilion::tests {

// What intake and decoder together made of a file.
struct Outcome {
  std::vector<pipeline::Finding> findings;
  std::optional<pipeline::codec::Planes> planes;

  bool readable() const { return planes.has_value(); }

  // "FMT_MISMATCH IMG_CORRUPT"; "-" when nothing was found.
  std::string codes() const {
    std::string codes;
    for (const auto& finding : findings) {
      codes += (codes.empty() ? "" : " ") + std::string(name(finding.code));
    }
    return codes.empty() ? "-" : codes;
  }
};

inline Outcome look_at(const samples::hostile::Bytes& file, std::string_view name = "",
                       std::size_t max_bytes = pipeline::limits::kFileBytesCeiling) {
  const auto bytes = std::as_bytes(std::span(file));
  auto intake = pipeline::intake::examine(bytes, name, max_bytes);
  Outcome outcome{std::move(intake.findings), {}};
  if (!intake.header) return outcome;
  auto planes = pipeline::codec::decode(bytes, *intake.header);
  if (planes) {
    outcome.planes = *planes;
  } else {
    outcome.findings.push_back(planes.error());
  }
  return outcome;
}

}  // namespace vermilion::tests
