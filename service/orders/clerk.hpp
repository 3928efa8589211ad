#pragma once

#include "service/accounts/asker.hpp"
#include "service/orders/answers.hpp"
#include "service/orders/catalogue.hpp"
#include "service/orders/commands.hpp"
#include "service/projects/kept.hpp"
#include "service/store/orders/orders.hpp"
#include "workflow/approval.hpp"
#include "workflow/working_days.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

// The door to orders for people: shows what this asker may see, says what he may say, and answers
// in JSON. Everything asked for at once happens in one transaction.
namespace vermilion::service::orders {

// Why something was not done.
struct NotDone {
  enum class Why : std::uint8_t {
    NotThere,   // or not for these eyes
    Changed,    // the order is not the one that was shown
    KeyReused,  // the key came with another request
    Refused,    // `refusal` says why
    Invalid,    // `mistakes` say what
    Database,   // `error` says why
  };

  Why why = Why::NotThere;
  workflow::Refusal refusal = {};
  Mistakes mistakes = {};
  store::database::Error error = {};
};
template <class T>
using Done = tl::expected<T, NotDone>;

// A request about an order.
struct Wish {
  std::string key = {};                       // Idempotency-Key
  std::string asked = {};                     // digest of what is asked for; needed with a key
  std::optional<std::uint64_t> version = {};  // If-Match: of the order as it was shown
  std::string shown = {};  // digest of the documents and findings that were shown; for an approval
};

// What lists are narrowed by; empty: any. Names as the store has them.
struct Listing {
  std::string status = {};
  std::string stage = {};
  std::string project = {};
  std::string turn = {};
  std::string organisation = {};
  bool late = false;
  int limit = 50;
  std::string after = {};  // the cursor of the page before
};

class Clerk {
 public:
  // What the machine said of the scan that lies in a slot: "accept", "refer", "reject",
  // "unreadable"; nothing before it was looked at.
  using Verdicts = std::function<std::optional<std::string>(
      store::database::Transaction& transaction, const std::string& order, const std::string& slot,
      const std::string& sha256)>;

  // All must outlive it.
  Clerk(store::orders::Orders& orders, const projects::Kept& rules,
        const workflow::WorkingDays& calendar, Verdicts verdicts = {})
      : orders_(orders), rules_(rules), calendar_(calendar), verdicts_(std::move(verdicts)) {}

  [[nodiscard]] Done<Told> begin(const accounts::Asker& asker, workflow::Begin begin,
                                 const Wish& wish);
  [[nodiscard]] Done<Told> say(const accounts::Asker& asker, const std::string& order,
                               workflow::Body body, const Wish& wish);

  [[nodiscard]] Done<Told> look(const accounts::Asker& asker, const std::string& order);
  [[nodiscard]] Done<std::string> history(const accounts::Asker& asker, const std::string& order);
  // What two persons are shown before what cannot be undone.
  [[nodiscard]] Done<std::string> subject(const accounts::Asker& asker, const std::string& order,
                                          workflow::Matter matter);
  [[nodiscard]] Done<std::string> list(const accounts::Asker& asker, const Listing& listing);
  // Of the asker's organisation, each with what can be done about it online.
  [[nodiscard]] Done<std::string> certificates(const accounts::Asker& asker);
  // The projects as they are shown to applicants.
  [[nodiscard]] std::string catalogue();

 private:
  Done<Told> say_within(const store::orders::Saying& saying, const accounts::Asker& asker,
                        const std::string& order, workflow::Body body, const Wish& wish);
  Done<Told> begin_within(const store::orders::Saying& saying, const accounts::Asker& asker,
                          workflow::Begin begin, const Wish& wish);
  Done<void> void_replaced(const store::orders::Saying& saying, const accounts::Asker& asker,
                           const workflow::Begin& begin, const std::string& command);
  [[nodiscard]] std::string shown(const store::orders::Saying& saying, const accounts::Asker& asker,
                                  const workflow::Order& order);

  store::orders::Orders& orders_;
  const projects::Kept& rules_;
  const workflow::WorkingDays& calendar_;
  Verdicts verdicts_;
  Catalogue catalogue_;
};

}  // namespace vermilion::service::orders
