#pragma once

#include "pipeline/plan.hpp"
#include "pipeline/report.hpp"

#include <tl/expected.hpp>

#include <span>
#include <string>
#include <string_view>

namespace vermilion::service::workers {

// A report on its way from a worker. It travels as the document that is kept of it (its numbers
// have that document's digits afterwards), and besides it what no document keeps: costs and
// pictures of seals.
[[nodiscard]] std::string report_text(const pipeline::Report& report);

// Read as a stranger's: of the findings only those of intake and decoder are taken over, what the
// checks of the plan amount to is decided anew from what was measured. The complaint is for the
// log.
[[nodiscard]] tl::expected<pipeline::Report, std::string> report_of(
    std::string_view text, const pipeline::Plan& plan,
    std::span<const pipeline::CheckDescription> checks);

}  // namespace vermilion::service::workers
