#pragma once

#include "pipeline/plan.hpp"
#include "rules/project.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

// Why a document is refused: data, so that applicants read exactly what reviewers chose.
namespace vermilion::service::review {

// `code` is what an order keeps: the code of a finding, or `review/<rule>` for a question that only
// a person can answer. A reviewer may also write a sentence of his own; that is its own code.
struct Reason {
  std::string code;
  std::string zh;
  std::string en;
  bool from_finding = false;  // the machine found it: chosen unless the reviewer says otherwise

  friend bool operator==(const Reason&, const Reason&) = default;
};

// What the machine found in the document, in the words of the report; then what the rules of the
// type ask a person; then what else its checks can find. Each code once. `report` may be null, a
// type that is not one of the slot's is any of them.
[[nodiscard]] std::vector<Reason> reasons_for(const rules::Slot& slot, std::string_view type,
                                              const nlohmann::ordered_json& report,
                                              std::span<const pipeline::CheckDescription> checks);

// What a reason that an order keeps says to people; a sentence says itself.
[[nodiscard]] Reason reason_of(std::string_view code, const rules::Slot* slot);

}  // namespace vermilion::service::review
