#pragma once

#include "service/crypto/digest.hpp"
#include "service/store/database/database.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Programs of others that are told what becomes of orders: where they listen, and what for.
namespace vermilion::service::webhooks {

struct Webhook {
  std::string id;  // "wh_…"
  std::string client;
  std::string url;
  std::vector<std::string> events;  // of workflow::EventKind; empty: all
  std::int64_t told = 0;            // number of the last ledger entry that is over with
  std::int64_t tries = 0;           // of the one after that
  std::string reason;               // why the last of them failed
  bool gone = false;                // its program said that nobody is there any more
  std::int64_t dead_letters = 0;

  friend bool operator==(const Webhook&, const Webhook&) = default;
};

struct Wanted {
  std::string client;
  std::string url;
  std::vector<std::string> events;
};

// Where webhooks may lie. Public: https at an address of the internet, never of this machine or of
// a network behind it. Anywhere: https wherever, and http on this machine.
enum class Reach : std::uint8_t { Public, Anywhere };

struct Mistake {
  std::string pointer;  // "/url"
  std::string detail;
};
// Those of one installation: where they are kept, the key their secrets come from.
struct Webhooks {
  store::database::Database& database;
  std::string key;
  Reach reach = Reach::Public;
};

[[nodiscard]] std::vector<Mistake> mistakes_in(const Wanted& wanted, Reach reach);

// The secret of a webhook, from the key of the installation and its id: nothing secret lies in the
// database. As Standard Webhooks write it: "whsec_…".
[[nodiscard]] std::string secret_of(std::string_view key, std::string_view id);

// A new one hears of what happens from now on. Sound is what mistakes_in() finds nothing in.
[[nodiscard]] store::database::Result<Webhook> add(store::database::Database& database,
                                                   const Wanted& wanted, const std::string& by);
[[nodiscard]] store::database::Result<std::vector<Webhook>> all(
    store::database::Database& database);
// False: there is none.
[[nodiscard]] store::database::Result<bool> remove(store::database::Database& database,
                                                   const std::string& id);

}  // namespace vermilion::service::webhooks
