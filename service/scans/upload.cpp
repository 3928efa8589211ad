#include "service/scans/upload.hpp"

#include "pipeline/intake/sniff.hpp"
#include "service/store/jobs/outbox.hpp"
#include "service/store/orders/streams.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace vermilion::service::scans {
namespace {

using store::orders::Saying;

// A scan takes the machine less than that, and each account has one looked at before a place of the
// same account is free.
constexpr std::chrono::seconds kScan{1};

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Of the alternatives any will do, so the widest terms are held against what comes.
struct Taken {
  std::size_t max_bytes = 0;
  std::vector<pipeline::ImageFormat> formats;
};

Taken taken_by(const rules::Slot& slot) {
  Taken taken;
  for (const rules::DocumentType& type : slot.alternatives) {
    taken.max_bytes = std::max(taken.max_bytes, type.files.max_bytes);
    taken.formats.insert(taken.formats.end(), type.files.formats.begin(), type.files.formats.end());
  }
  return taken;
}

Result<const rules::Slot*> slot_of(const std::shared_ptr<const rules::Project>& project,
                                   const std::string& slot) {
  if (!project) return failed(Fault::Broken, "the rules of the order are not kept");
  const rules::Slot* found = rules::find_slot(*project, slot);
  if (found == nullptr) return failed(Fault::NotThere, slot);
  return found;
}

Result<pipeline::ImageFormat> format_of(std::span<const std::byte> bytes, const Taken& taken) {
  if (bytes.size() > taken.max_bytes) {
    return failed(Fault::TooLarge, fmt::format("at most {} bytes are taken here", taken.max_bytes));
  }
  const auto kind = pipeline::intake::sniff(bytes);
  if (kind.format && std::ranges::find(taken.formats, *kind.format) != taken.formats.end()) {
    return *kind.format;
  }
  std::vector<std::string_view> names;
  for (const auto format : taken.formats) {
    if (std::ranges::find(names, name(format)) == names.end()) names.push_back(name(format));
  }
  return failed(Fault::WrongKind,
                fmt::format("this is {}; taken here are {}", kind.name, fmt::join(names, ", ")));
}

// What is said and written down once the bytes are safe.
class Entering {
 public:
  Entering(const Saying& saying, const Upload& upload, Scan scan)
      : transaction_(saying.transaction),
        saying_(saying),
        upload_(upload),
        scan_(std::move(scan)) {}

  Result<Scan> enter() {
    transaction_.lock(store::orders::order_stream(scan_.order));
    const auto lies = find_scan(transaction_, scan_.order, scan_.slot);
    if (lies && lies->sha256 == scan_.sha256) return *lies;
    if (lies && lies->version >= kVersionsMost) {
      return failed(Fault::TooMany, "this document has been replaced too often");
    }
    const auto own = waiting_of(transaction_, scan_.organisation);
    const auto queue = store::jobs::queue_of_scans(transaction_);
    if (own >= kWaitingMost || (own > 0 && queue.scans >= kWaitingInAll)) {
      return too_many_wait(queue);
    }
    const workflow::Command command{upload_.id,
                                    {workflow::Role::Applicant, upload_.by},
                                    workflow::UploadDocument{scan_.slot, scan_.sha256}};
    const auto said = store::orders::say(saying_, scan_.order, command);
    if (!said) return tl::make_unexpected(Failure{Fault::Refused, "", said.error()});
    scan_.uploaded_at_ms = transaction_.now_ms();
    return add(transaction_, std::move(scan_));
  }

 private:
  static tl::unexpected<Failure> too_many_wait(const store::jobs::Queue& queue) {
    return tl::make_unexpected(
        Failure{.fault = Fault::TooMany,
                .detail = "scans of yours still wait to be looked at",
                .again_in = kScan * std::max<std::int64_t>(1, queue.accounts)});
  }

  store::database::Transaction& transaction_;
  const Saying& saying_;
  const Upload& upload_;
  Scan scan_;
};

}  // namespace

Result<Scan> upload(House& house, const Upload& upload) {
  const auto order = house.orders.order(upload.order);
  if (!order) return failed(order.error());
  const auto project = house.rules(order->project, order->terms_digest);
  const auto slot = slot_of(project, upload.slot);
  if (!slot) return tl::make_unexpected(slot.error());
  const auto format = format_of(upload.bytes, taken_by(**slot));
  if (!format) return tl::make_unexpected(format.error());
  const auto id = house.blobs.put(text_of(upload.bytes));
  if (!id) return failed(id.error());
  const Scan scan{.order = upload.order,
                  .slot = upload.slot,
                  .organisation = order->organisation,
                  .sha256 = id->text(),
                  .bytes = static_cast<std::int64_t>(upload.bytes.size()),
                  .format = *format,
                  .by = upload.by};
  auto entered = house.orders.transact([&](Saying& saying) {
    auto result = Entering(saying, upload, scan).enter();
    if (!result) saying.transaction.undo();
    return result;
  });
  if (!entered) return failed(entered.error());
  return *std::move(entered);
}

}  // namespace vermilion::service::scans
