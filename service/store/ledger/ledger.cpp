#include "service/store/ledger/ledger.hpp"

#include "service/crypto/digest.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cassert>

namespace vermilion::service::store::ledger {
namespace {

constexpr const char* kColumns =
    "number, stream, position, kind, at, body, digest, previous, stream_previous, hash";

std::vector<Entry> read(database::Transaction& transaction, const std::string& where,
                        const database::Parameters& with) {
  using Text = std::string;
  using Number = std::int64_t;
  std::vector<Entry> entries;
  for (auto& [number, stream, position, kind, at_s, body, digest, previous, stream_previous, hash] :
       transaction.rows<Number, Text, Number, Text, Number, Text, Text, Text, Text, Text>(
           fmt::format("SELECT {} FROM ledger WHERE {}", kColumns, where), with)) {
    entries.push_back({static_cast<std::uint64_t>(number), std::move(stream),
                       static_cast<std::uint64_t>(position), std::move(kind), at_s, std::move(body),
                       std::move(digest), std::move(previous), std::move(stream_previous),
                       std::move(hash)});
  }
  return entries;
}

}  // namespace

std::string digest_of(std::string_view body) {
  return crypto::hex(crypto::sha256(body));
}

// Texts of free length stand behind their length, so that no two entries read alike.
std::string hash_of(const Entry& entry) {
  return digest_of(fmt::format("{}\n{}\n{}\n{} {}\n{} {}\n{}\n{}\n{}\n", entry.number,
                               entry.position, entry.at_s, entry.stream.size(), entry.stream,
                               entry.kind.size(), entry.kind, entry.digest, entry.previous,
                               entry.stream_previous));
}

Entry append(database::Transaction& transaction, const NewEntry& said) {
  assert(!said.body.empty());
  transaction.lock("ledger");
  const Head last = head(transaction);
  const Head last_of_stream = head_of(transaction, said.stream);
  Entry entry{last.number + 1,     said.stream, last_of_stream.number + 1, said.kind,
              said.at_s,           said.body,   digest_of(said.body),      last.hash,
              last_of_stream.hash, {}};
  entry.hash = hash_of(entry);
  transaction.run(
      fmt::format("INSERT INTO ledger ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                  kColumns),
      {entry.number, entry.stream, entry.position, entry.kind, entry.at_s, entry.body, entry.digest,
       entry.previous, entry.stream_previous, entry.hash});
  return entry;
}

Head head(database::Transaction& transaction) {
  const auto last = transaction.row<std::int64_t, std::string>(
      "SELECT number, hash FROM ledger ORDER BY number DESC LIMIT 1");
  if (!last) return {};
  return {static_cast<std::uint64_t>(std::get<0>(*last)), std::get<1>(*last)};
}

Head head_of(database::Transaction& transaction, std::string_view stream) {
  const auto last = transaction.row<std::int64_t, std::string>(
      "SELECT position, hash FROM ledger WHERE stream = $1 ORDER BY position DESC LIMIT 1",
      {stream});
  if (!last) return {};
  return {static_cast<std::uint64_t>(std::get<0>(*last)), std::get<1>(*last)};
}

std::vector<Entry> stream(database::Transaction& transaction, std::string_view stream,
                          std::uint64_t behind) {
  return read(transaction, "stream = $1 AND position > $2 ORDER BY position", {stream, behind});
}

std::vector<Entry> entries(database::Transaction& transaction, std::int64_t behind, int limit) {
  return read(transaction, "number > $1 ORDER BY number LIMIT $2", {behind, limit});
}

Entry erase(database::Transaction& transaction, std::string_view stream, const std::string& reason,
            std::int64_t at_s) {
  const std::string body = nlohmann::json{{"reason", reason}}.dump();
  Entry erased = append(transaction, {std::string(stream), std::string(kErased), body, at_s});
  transaction.run("UPDATE ledger SET body = '' WHERE stream = $1 AND position < $2",
                  {stream, erased.position});
  return erased;
}

}  // namespace vermilion::service::store::ledger
