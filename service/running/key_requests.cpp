#include "service/running/key_requests.hpp"

namespace vermilion::service::running {

using store::database::Result;
using store::database::Transaction;

Result<certificates::Result<void>> KeyRequests::bring(const std::string& order,
                                                      std::string_view pem, const std::string& by) {
  const auto key = certificates::PublicKey::from_request(pem);
  if (!key) return certificates::Result<void>(tl::unexpected(key.error()));
  return database_.transact([&](Transaction& transaction) {
    transaction.run(
        "INSERT INTO key_requests (order_id, pem, by_maker, at_ms) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (order_id) DO UPDATE SET pem = excluded.pem, by_maker = excluded.by_maker,"
        " at_ms = excluded.at_ms",
        {order, pem, by, transaction.now_ms()});
    return certificates::Result<void>();
  });
}

effects::Outcome<certificates::PublicKey> KeyRequests::key_of(const workflow::Order& order) {
  using Kind = effects::Failure::Kind;
  const auto row = database_.read([&](Transaction& transaction) {
    return transaction.row<std::string>("SELECT pem FROM key_requests WHERE order_id = $1",
                                        {order.id});
  });
  if (!row) return effects::failed(Kind::Later, row.error().detail);
  if (!*row) return effects::failed(Kind::Later, "nobody has brought a request for the key yet");
  auto key = certificates::PublicKey::from_request(std::get<0>(**row));
  if (!key) return effects::failed(Kind::Never, key.error().what);
  return *std::move(key);
}

}  // namespace vermilion::service::running
