#pragma once

#include "service/store/database/transaction.hpp"

#include <cstdint>
#include <string>
#include <variant>

// Answers to requests that came with a key (Idempotency-Key): the same request a second time does
// nothing and is answered with the same bytes, however many come at once and whichever process they
// come to. What was refused has done nothing and is asked anew.
namespace vermilion::service::orders {

// What is told of an order once something was done.
struct Told {
  int status = 200;
  std::string order;
  std::uint64_t version = 0;
  std::string body;

  friend bool operator==(const Told&, const Told&) = default;
};

struct Key {
  std::string account;
  std::string key;    // empty: the request came without one
  std::string asked;  // digest of what is asked for
};

struct NotSeenBefore {};
struct OfAnotherRequest {};
using Before = std::variant<NotSeenBefore, OfAnotherRequest, Told>;

// Holds the key until the end of the transaction: who comes with the same one waits. To be asked
// before anything else is locked.
[[nodiscard]] Before told_before(store::database::Transaction& transaction, const Key& key);
void keep(store::database::Transaction& transaction, const Key& key, const Told& told);

// Those of more than thirty days ago go; by then nobody tries again. How many went.
std::int64_t forget_old_answers(store::database::Transaction& transaction);

}  // namespace vermilion::service::orders
