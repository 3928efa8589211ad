#include "service/store/authority/database_register.hpp"

namespace vermilion::service::store::authority {

using certificates::Fault;
using certificates::Instant;
using certificates::Issued;
using certificates::Reason;
using certificates::Result;
using certificates::Revocation;

namespace {

using database::Transaction;

template <class T>
Result<T> answered(database::Result<T> result) {
  if (result) return std::move(*result);
  return certificates::failed(Fault::Unavailable, result.error().detail);
}

std::optional<Issued> issued_where(Transaction& transaction, const std::string& condition,
                                   const database::Parameters& with) {
  const auto row = transaction.row<std::string, std::string, std::string, std::string>(
      "SELECT request, asked, serial, pem FROM authority_issued WHERE " + condition, with);
  if (!row) return std::nullopt;
  const auto& [request, asked, serial, pem] = *row;
  return Issued{request, asked, serial, pem};
}

Revocation revocation_of(const std::tuple<std::string, std::int64_t, std::int64_t>& row) {
  const auto& [serial, at, reason] = row;
  return {serial, Instant(std::chrono::seconds(at)), static_cast<Reason>(reason)};
}

std::optional<Revocation> find_revocation(Transaction& transaction, const std::string& serial) {
  const auto row = transaction.row<std::string, std::int64_t, std::int64_t>(
      "SELECT serial, at, reason FROM authority_revoked WHERE serial = $1", {serial});
  return row ? std::optional(revocation_of(*row)) : std::nullopt;
}

}  // namespace

Result<std::optional<Issued>> DatabaseRegister::by_request(const std::string& request) {
  return answered(database_.read([&](Transaction& transaction) {
    return issued_where(transaction, "authority = $1 AND request = $2", {authority_, request});
  }));
}

Result<std::optional<Issued>> DatabaseRegister::by_serial(const std::string& serial) {
  return answered(database_.read([&](Transaction& transaction) {
    return issued_where(transaction, "authority = $1 AND serial = $2", {authority_, serial});
  }));
}

Result<Issued> DatabaseRegister::keep(const Issued& issued) {
  return answered(database_.transact([&](Transaction& transaction) {
    transaction.run(
        "INSERT INTO authority_issued (authority, request, asked, serial, pem) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (authority, request) DO NOTHING",
        {authority_, issued.request, issued.asked, issued.serial, issued.pem});
    return issued_where(transaction, "authority = $1 AND request = $2",
                        {authority_, issued.request})
        .value();
  }));
}

Result<std::optional<Revocation>> DatabaseRegister::revocation(const std::string& serial) {
  return answered(database_.read(
      [&](Transaction& transaction) { return find_revocation(transaction, serial); }));
}

Result<Revocation> DatabaseRegister::revoke(const Revocation& revocation) {
  return answered(database_.transact([&](Transaction& transaction) {
    transaction.run(
        "INSERT INTO authority_revoked (serial, authority, at, reason) VALUES ($1, $2, $3, $4) "
        "ON CONFLICT (serial) DO NOTHING",
        {revocation.serial, authority_, std::int64_t{revocation.at.time_since_epoch().count()},
         static_cast<std::int64_t>(revocation.reason)});
    return find_revocation(transaction, revocation.serial).value();
  }));
}

Result<std::vector<Revocation>> DatabaseRegister::revocations() {
  return answered(database_.read([&](Transaction& transaction) {
    std::vector<Revocation> all;
    for (const auto& row : transaction.rows<std::string, std::int64_t, std::int64_t>(
             "SELECT serial, at, reason FROM authority_revoked WHERE authority = $1 ORDER BY "
             "serial",
             {authority_})) {
      all.push_back(revocation_of(row));
    }
    return all;
  }));
}

Result<std::uint64_t> DatabaseRegister::next_list_number() {
  return answered(database_.transact([&](Transaction& transaction) {
    const auto row = transaction.row<std::int64_t>(
        "INSERT INTO authority_lists (authority, last) VALUES ($1, 1) "
        "ON CONFLICT (authority) DO UPDATE SET last = authority_lists.last + 1 RETURNING last",
        {authority_});
    return static_cast<std::uint64_t>(std::get<0>(*row));
  }));
}

}  // namespace vermilion::service::store::authority
