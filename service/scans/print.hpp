#pragma once

#include "pipeline/report.hpp"
#include "rules/forms/payload.hpp"
#include "rules/forms/signature.hpp"
#include "service/store/database/transaction.hpp"
#include "workflow/commands/applying.hpp"
#include "workflow/order.hpp"

#include <optional>
#include <span>
#include <string>

// A form of ours on a scan: for which order it was printed, and when in that order's life.
namespace vermilion::service::scans {

struct Print {
  std::string order;
  std::optional<unsigned> generation;  // of that order's forms; absent: no print we know of
};

// Nothing where no code is read that one of the keys has signed.
[[nodiscard]] std::optional<rules::forms::Imprint> imprint_on(
    const pipeline::Report& report, std::span<const rules::forms::Key> keys);
[[nodiscard]] Print print_of(store::database::Transaction& transaction,
                             const rules::forms::Imprint& imprint);

// As the order is told of it. A print we do not know of is not held against it.
[[nodiscard]] workflow::TemplateMark mark_of(const Print& print, const workflow::Order& order);

// TPL_ALTERED where the order was filled in anew since; a warning where we do not know the print,
// so that a person looks. Of another order's form the judge has told already.
[[nodiscard]] std::optional<pipeline::Finding> outdated(const Print& print,
                                                        const workflow::Order& order);

// "0123456789abcdef", as prints are kept.
[[nodiscard]] std::string text_of(const rules::forms::FactsDigest& digest);
void note_print(store::database::Transaction& transaction, const std::string& order,
                const std::string& form, const rules::forms::FactsDigest& digest,
                unsigned generation, const std::string& form_sha256);
// One that was made already.
struct KeptPrint {
  std::string form_sha256;
  unsigned generation = 0;
};
[[nodiscard]] std::optional<KeptPrint> find_print(store::database::Transaction& transaction,
                                                  const std::string& order, const std::string& form,
                                                  const rules::forms::FactsDigest& digest);

}  // namespace vermilion::service::scans
