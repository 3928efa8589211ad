#pragma once

#include "pipeline/plan.hpp"
#include "pipeline/report.hpp"
#include "rules/forms/signature.hpp"
#include "rules/project.hpp"
#include "service/scans/news.hpp"
#include "service/store/blobs/blobs.hpp"
#include "service/store/orders/orders.hpp"
#include "service/workers/drawing.hpp"

#include <tl/expected.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::scans {

// Has a scan looked at by a worker, when it is the account's turn; or says in how many seconds it
// might be. Throws where no worker can be had.
using Look = std::function<tl::expected<pipeline::Report, std::chrono::seconds>(
    const std::string& account, std::span<const std::byte> bytes, std::string_view file,
    const pipeline::Plan& plan)>;

// Has it drawn anew by a worker, as a JPEG. The complaint says why it cannot be. Throws likewise.
using Redraw = std::function<tl::expected<std::string, std::string>(
    std::span<const std::byte> bytes, const workers::Drawing& drawing)>;

// What this room works with. All of it outlives it; any number of threads.
struct House {
  store::orders::Orders& orders;
  store::blobs::Blobs& blobs;
  // The rules of a project under this digest. Null: nobody kept them.
  std::function<std::shared_ptr<const rules::Project>(const std::string& project,
                                                      const std::string& digest)>
      rules;
  // A document type no slot is for: "refund_letter". Null: there is none.
  std::function<std::shared_ptr<const rules::DocumentType>(const std::string& type)> document;
  std::span<const pipeline::CheckDescription> checks;
  std::vector<rules::forms::Key> form_keys;  // the first signs
  Look look;
  Redraw redraw;
  // Where the legal person verifies, for the code on the authorisation. Unset or nothing: the form
  // is printed without that part.
  std::function<std::optional<std::string>(const std::string& order)> verification_url = {};
  std::string refund_email = {};  // where refund letters are sent to
  Streams streams = {};
};

}  // namespace vermilion::service::scans
