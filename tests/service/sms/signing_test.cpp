#include "service/sms/signing.hpp"

#include "service/crypto/digest.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace vermilion::service::sms {
namespace {

// The worked examples of both vendors.
nlohmann::json vectors() {
  return nlohmann::json::parse(
      std::ifstream(VERMILION_SOURCE_DIR "/tests/service/sms/vectors.json"));
}

TEST(SmsSigning, Acs3AsInAliyunsExample) {
  const auto vector = vectors().at(0);
  const std::string query = vector.at("query");
  const SignedParts parts{
      .method = "POST", .path = "/", .query = query, .headers = vector.at("headers"), .body = {}};
  EXPECT_EQ(crypto::hex(crypto::sha256(canonical(parts))), vector.at("hashed_canonical"));
  EXPECT_EQ(acs3_signature(parts, vector.at("secret").get<std::string>()), vector.at("signature"));
}

TEST(SmsSigning, Tc3AsInTencentsExample) {
  const auto vector = vectors().at(1);
  const std::string body = vector.at("payload");
  EXPECT_EQ(crypto::hex(crypto::sha256(body)), vector.at("payload_sha256"));
  const SignedParts parts{
      .method = "POST",
      .path = "/",
      .query = {},
      .headers = {{"content-type", vector.at("content_type")}, {"host", vector.at("host")}},
      .body = body};
  const Instant now(std::chrono::seconds(vector.at("timestamp").get<std::int64_t>()));
  EXPECT_EQ(utc_date(now), vector.at("date"));
  EXPECT_EQ(signed_names(parts), vector.at("signed_headers"));
  EXPECT_EQ(tc3_signature(parts, vector.at("secret").get<std::string>(), "cvm", now),
            vector.at("signature"));
}

TEST(SmsSigning, EscapesAllButTheUnreserved) {
  EXPECT_EQ(escaped("aZ09-_.~"), "aZ09-_.~");
  EXPECT_EQ(escaped("a b+c*/费"), "a%20b%2Bc%2A%2F%E8%B4%B9");
}

}  // namespace
}  // namespace vermilion::service::sms
