#include "service/batch/review.hpp"

#include "service/batch/contents.hpp"

#include <exception>
#include <utility>

namespace vermilion::service::batch {
namespace {

tl::expected<Contents, std::string> read(const Input& input, const Terms& terms) {
  const std::size_t cap = terms.max_bytes + 1;
  return input.file == kStandardInput ? read_stream(terms.standard_input, cap)
                                      : read_file(input.file, cap);
}

// The inspector saw the first part only: it cannot know how large the file is, nor its checksum.
void tell_the_true_size(pipeline::Report& report, std::size_t size) {
  report.bytes = size;
  report.sha256.clear();
  for (auto& finding : report.findings) {
    if (finding.code == pipeline::FindingCode::FmtSize) finding.value = static_cast<double>(size);
  }
}

Reviewed reviewed(const Contents& contents, const Input& input, const Terms& terms,
                  Inspectors& inspectors) {
  pipeline::Report report = inspectors.inspect(contents.bytes, input.file);
  if (contents.reached_cap) tell_the_true_size(report, contents.size);
  rules::Judgement judgement = terms.judge(report);
  return {std::move(report), std::move(judgement)};
}

Outcome failed(const Input& input, Failure::Cause cause, std::string detail) {
  return {input.file, tl::make_unexpected(Failure{cause, std::move(detail)})};
}

}  // namespace

Outcome review(const Input& input, const Terms& terms, Inspectors& inspectors) {
  try {
    const auto contents = read(input, terms);
    if (!contents) return failed(input, Failure::Cause::Unreadable, contents.error());
    Outcome outcome{input.file, reviewed(*contents, input, terms, inspectors)};
    if (!input.overlay_to.empty()) {
      const auto drawn = terms.draw_overlay(contents->bytes, *outcome.result, input);
      if (drawn) {
        outcome.overlay = input.overlay_to.string();
      } else {
        outcome.overlay_complaint = drawn.error();
      }
    }
    return outcome;
  } catch (const std::exception& error) {
    return failed(input, Failure::Cause::OurFault, error.what());
  } catch (...) {
    return failed(input, Failure::Cause::OurFault, "an error without a name");
  }
}

}  // namespace vermilion::service::batch
