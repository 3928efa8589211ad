#pragma once

#include "pipeline/error.hpp"
#include "pipeline/plan.hpp"
#include "pipeline/report.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

// The door of the pipeline: bytes in, report out.
namespace vermilion::pipeline {

// Looks at scans, one after the other. Holds the readers and models it needs (about 60 MB once the
// text reader has been used), so make one per thread and keep it; it is not to be shared.
class Inspector {
 public:
  // Reads models/manifest.yaml and the models it names; refuses a model whose checksum differs.
  [[nodiscard]] static Result<Inspector> create(const std::filesystem::path& models);

  Inspector(Inspector&&) noexcept;
  Inspector& operator=(Inspector&&) noexcept;
  ~Inspector();

  // Begins every reader now instead of when it is first needed. From then on no file is opened, so
  // that a process that may open none can go on inspecting.
  [[nodiscard]] Result<void> load();

  // Never fails: what is wrong with the bytes is a finding, a file that is no picture gives a
  // report that is not readable. `file` is quoted in the report; its extension is held against the
  // bytes. The same bytes, name and plan give the same report but for the costs.
  [[nodiscard]] Report inspect(std::span<const std::byte> bytes, std::string_view file,
                               const Plan& plan);

 private:
  struct Readers;
  explicit Inspector(std::unique_ptr<Readers> readers);

  std::unique_ptr<Readers> readers_;
};

}  // namespace vermilion::pipeline
