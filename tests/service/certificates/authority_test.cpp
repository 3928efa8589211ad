#include "service/certificates/authority.hpp"

#include "tests/service/certificates/memory_register.hpp"
#include "tests/service/certificates/openssl_program.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <set>

namespace vermilion::service::certificates {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

constexpr Instant kNow = std::chrono::sys_days(2026y / 11 / 21) + 8h;
constexpr Instant kEnd = std::chrono::sys_days(2027y / 11 / 21) + 8h;
const Holder kHolder{"江西朱砂（测试）有限公司", "91360600MA35DEM06M", "江西省", "鹰潭市"};

// Made once for each kind of key: an RSA key takes its time.
struct Made {
  explicit Made(Algorithm algorithm) : key(PrivateKey::generate(algorithm)) {
    const auto made = make_authority(folder.path(), {algorithm, "测试认证中心"}, kNow);
    if (!made) throw std::runtime_error(made.error().what);
  }
  tests::TemporaryFolder folder;
  PrivateKey key;
};

const Made& made(Algorithm algorithm) {
  static const Made kRsa(Algorithm::Rsa);
  static const Made kSm2(Algorithm::Sm2);
  return algorithm == Algorithm::Rsa ? kRsa : kSm2;
}

class AuthorityTest : public testing::TestWithParam<Algorithm> {
 protected:
  Issued issued(const std::string& request) {
    return authority_.issue({request, kHolder, key_.public_key(), kEnd}, kNow).value();
  }
  std::string distid() const {
    return GetParam() == Algorithm::Sm2 ? " -vfyopt distid:1234567812345678 " : " ";
  }
  const tests::TemporaryFolder& folder() const { return made(GetParam()).folder; }

  const PrivateKey& key_ = made(GetParam()).key;
  MemoryRegister register_;
  Authority authority_ = Authority::open(folder().path(), register_).value();
};

TEST_P(AuthorityTest, CertificateSaysWhatWasAskedFor) {
  const auto facts = read_certificate(issued("issue_certificate/O1/1").pem).value();
  EXPECT_EQ(facts.holder, kHolder);
  EXPECT_EQ(facts.validity, (Validity{kNow, kEnd}));
  EXPECT_EQ(facts.key_id, key_.public_key().id());
  EXPECT_EQ(facts.algorithm, GetParam());
  EXPECT_THAT(facts.issuer, HasSubstr("测试认证中心 Issuing"));
  EXPECT_EQ(facts.serial, register_.issued.at("issue_certificate/O1/1").serial);
}

TEST_P(AuthorityTest, ChainVerifiesWhileItIsValid) {
  const std::string pem = issued("r").pem;
  const auto at = [&](Instant when) {
    return verify_chain(pem, authority_.issuing_pem(), authority_.root_pem(), when).has_value();
  };
  EXPECT_TRUE(at(kNow));
  EXPECT_TRUE(at(kEnd - 1s));
  EXPECT_FALSE(at(kNow - 1s));
  EXPECT_FALSE(at(kEnd + 1s));
}

TEST_P(AuthorityTest, ChainOfAnotherAuthorityDoesNot) {
  const tests::TemporaryFolder other;
  ASSERT_TRUE(make_authority(other.path(), {Algorithm::Sm2, "测试认证中心"}, kNow));
  MemoryRegister kept;
  const auto stranger = Authority::open(other.path(), kept).value();
  const std::string pem = issued("r").pem;
  EXPECT_FALSE(verify_chain(pem, stranger.issuing_pem(), stranger.root_pem(), kNow));
  EXPECT_FALSE(verify_chain(pem, authority_.issuing_pem(), stranger.root_pem(), kNow));
}

TEST_P(AuthorityTest, OpensslVerifiesRootIssuingAndCertificate) {
  folder().write("leaf.pem", issued("r").pem);
  const std::string when = fmt::format("-attime {} ", kNow.time_since_epoch().count());
  EXPECT_THAT(openssl_says(folder(), "verify " + when + distid() + "-CAfile root.pem issuing.pem"),
              HasSubstr("issuing.pem: OK"));
  // Each link by itself: OpenSSL 3.0 gives its id to one certificate only (openssl#23471).
  EXPECT_THAT(openssl_says(folder(), "verify " + when + distid() +
                                         "-partial_chain -trusted issuing.pem leaf.pem"),
              HasSubstr("leaf.pem: OK"));
  EXPECT_THAT(openssl_says(folder(), "verify " + when + distid() +
                                         "-partial_chain -trusted root.pem leaf.pem"),
              Not(HasSubstr("OK")));
}

TEST_P(AuthorityTest, OpensslReadsTheExtensions) {
  folder().write("leaf.pem", issued("r").pem);
  const std::string text =
      openssl_says(folder(), "x509 -noout -text -nameopt utf8,sep_comma_plus -in leaf.pem");
  for (const std::string& line :
       {std::string("CA:FALSE"), std::string("Digital Signature, Non Repudiation"),
        std::string("1.2.156.10260.4.1.4"), kHolder.credit_code, kHolder.name,
        std::string("X509v3 Authority Key Identifier")}) {
    EXPECT_THAT(text, HasSubstr(line));
  }
  const bool sm2 = GetParam() == Algorithm::Sm2;
  EXPECT_THAT(text, HasSubstr(sm2 ? "SM2-with-SM3" : "sha256WithRSAEncryption"));
  EXPECT_THAT(openssl_says(folder(), "asn1parse -in leaf.pem"), HasSubstr("PRINTABLESTRING   :CN"));
}

TEST_P(AuthorityTest, SameRequestIsGivenTheSameCertificate) {
  const Issued first = issued("r");
  EXPECT_EQ(issued("r"), first);
  EXPECT_EQ(authority_.issue({"r", kHolder, key_.public_key(), kEnd}, kNow + 24h).value(), first);
  EXPECT_EQ(register_.issued.size(), 1u);
  EXPECT_NE(issued("another").serial, first.serial);
}

TEST_P(AuthorityTest, SameRequestForSomethingElseIsRefused) {
  ASSERT_FALSE(issued("r").pem.empty());
  Holder other = kHolder;
  other.name = "另一家公司";
  EXPECT_EQ(authority_.issue({"r", other, key_.public_key(), kEnd}, kNow).error().fault,
            Fault::Differs);
  EXPECT_EQ(authority_.issue({"r", kHolder, key_.public_key(), kEnd + 1s}, kNow).error().fault,
            Fault::Differs);
}

TEST_P(AuthorityTest, SerialsAreOfOneLengthAndNeverTwice) {
  std::set<std::string> serials;
  for (int i = 0; i < 50; ++i) serials.insert(issued(fmt::format("r{}", i)).serial);
  EXPECT_EQ(serials.size(), 50u);
  for (const std::string& serial : serials) EXPECT_EQ(serial.size(), 32u) << serial;
}

TEST_P(AuthorityTest, WhatNoCertificateCanSayIsRefused) {
  const auto refused = [&](Holder holder, Instant end) {
    const auto issued = authority_.issue({"r", holder, key_.public_key(), end}, kNow);
    return !issued && issued.error().fault == Fault::Refused;
  };
  EXPECT_TRUE(refused({"", kHolder.credit_code}, kEnd));
  EXPECT_TRUE(refused({std::string(65, 'x'), kHolder.credit_code}, kEnd));
  EXPECT_TRUE(refused({kHolder.name, "9136060"}, kEnd));
  EXPECT_TRUE(refused({kHolder.name, "91360600ma35xxxx0a"}, kEnd));
  EXPECT_TRUE(refused(kHolder, kNow));
  EXPECT_TRUE(refused(kHolder, kNow + 24h * 366 * 11));
  EXPECT_TRUE(register_.issued.empty());
  EXPECT_FALSE(refused({std::string(64, 'x'), kHolder.credit_code}, kEnd));
}

TEST_P(AuthorityTest, KeyOfTheOtherKindIsRefused) {
  const auto other = GetParam() == Algorithm::Rsa ? Algorithm::Sm2 : Algorithm::Rsa;
  const auto issued = authority_.issue({"r", kHolder, made(other).key.public_key(), kEnd}, kNow);
  EXPECT_EQ(issued.error().fault, Fault::Refused);
}

TEST_P(AuthorityTest, RenewedIsTheSameKeyUnderANewSerial) {
  const Issued old = issued("issue_certificate/O1/1");
  const Instant later = kNow + 24h * 300;
  const auto renewed = authority_.renew(
      {"issue_certificate/O2", old.serial, key_.public_key().id(), kEnd + 24h * 365}, later);
  ASSERT_TRUE(renewed) << renewed.error().what;
  const auto facts = read_certificate(renewed->pem).value();
  EXPECT_EQ(facts.key_id, key_.public_key().id());
  EXPECT_EQ(facts.holder, kHolder);
  EXPECT_EQ(facts.validity, (Validity{later, kEnd + 24h * 365}));
  EXPECT_NE(facts.serial, old.serial);
  EXPECT_TRUE(verify_chain(renewed->pem, authority_.issuing_pem(), authority_.root_pem(), later));
  EXPECT_TRUE(register_.revoked.empty());
  // Downloaded again it is the same.
  EXPECT_EQ(
      authority_
          .renew({"issue_certificate/O2", old.serial, key_.public_key().id(), kEnd + 24h * 365},
                 later + 1h)
          .value(),
      *renewed);
}

TEST_P(AuthorityTest, RenewalIsBoundToSerialAndKeyAndNotRevoked) {
  const Issued old = issued("r1");
  const std::string key = key_.public_key().id();
  EXPECT_EQ(authority_.renew({"r2", "00", key, kEnd}, kNow).error().fault, Fault::Unknown);
  EXPECT_EQ(authority_.renew({"r2", old.serial, std::string(40, 'A'), kEnd}, kNow).error().fault,
            Fault::Refused);
  ASSERT_TRUE(authority_.revoke(old.serial, Reason::Superseded, kNow));
  EXPECT_EQ(authority_.renew({"r2", old.serial, key, kEnd}, kNow).error().fault, Fault::Refused);
  EXPECT_EQ(register_.issued.size(), 1u);
}

TEST_P(AuthorityTest, RevokedOnceWithItsFirstReason) {
  const Issued one = issued("r");
  EXPECT_EQ(authority_.revoke("00", Reason::Superseded, kNow).error().fault, Fault::Unknown);
  const auto first = authority_.revoke(one.serial, Reason::Superseded, kNow).value();
  const auto again = authority_.revoke(one.serial, Reason::KeyCompromise, kNow + 1h).value();
  EXPECT_EQ(again, first);
}

TEST_P(AuthorityTest, RevocationListNamesSerialsAndReasons) {
  const Issued lost = issued("lost");
  const Issued closed = issued("closed");
  const Issued good = issued("good");
  ASSERT_TRUE(authority_.revoke(lost.serial, Reason::KeyCompromise, kNow));
  ASSERT_TRUE(authority_.revoke(closed.serial, Reason::CessationOfOperation, kNow));
  const std::string list = authority_.revocation_list(kNow).value();
  EXPECT_TRUE(verify_list(list, authority_.issuing_pem()));
  EXPECT_FALSE(verify_list(list, authority_.root_pem()));

  folder().write("list.pem", list);
  const std::string text = openssl_says(folder(), "crl -noout -text -in list.pem");
  EXPECT_THAT(text, HasSubstr(lost.serial));
  EXPECT_THAT(text, HasSubstr(closed.serial));
  EXPECT_THAT(text, Not(HasSubstr(good.serial)));
  EXPECT_THAT(text, HasSubstr("Key Compromise"));
  EXPECT_THAT(text, HasSubstr("Cessation Of Operation"));
  EXPECT_THAT(text, HasSubstr("Next Update: Nov 28 08:00:00 2026 GMT"));
}

TEST_P(AuthorityTest, EveryListHasANumberOfItsOwn) {
  for (const std::string number : {"1", "2", "3"}) {
    folder().write("list.pem", authority_.revocation_list(kNow).value());
    EXPECT_THAT(openssl_says(folder(), "crl -noout -crlnumber -in list.pem"),
                HasSubstr("crlNumber=0x0" + number));
  }
}

// What the command line cannot do for SM2 in one step it does in two: cut the signed part and the
// signature out of the list, then verify them.
TEST_P(AuthorityTest, OpensslVerifiesTheList) {
  folder().write("list.pem", authority_.revocation_list(kNow).value());
  if (GetParam() == Algorithm::Rsa) {
    EXPECT_THAT(openssl_says(folder(), "crl -noout -verify -CAfile issuing.pem -in list.pem"),
                HasSubstr("verify OK"));
    return;
  }
  const std::string parts = openssl_says(folder(), "asn1parse -in list.pem");
  const auto signature_line = parts.rfind('\n', parts.rfind("BIT STRING")) + 1;
  const int at = std::stoi(parts.substr(signature_line));
  openssl_says(folder(), "asn1parse -in list.pem -strparse 4 -noout -out signed");
  openssl_says(folder(), fmt::format("asn1parse -in list.pem -strparse {} -noout -out sig", at));
  openssl_says(folder(), "x509 -in issuing.pem -noout -pubkey -out issuing.pub");
  EXPECT_THAT(
      openssl_says(folder(),
                   "pkeyutl -verify -pubin -inkey issuing.pub -rawin -digest sm3 -in signed "
                   "-sigfile sig -pkeyopt distid:1234567812345678"),
      HasSubstr("Verified Successfully"));
}

TEST_P(AuthorityTest, ProfileSaysUnderWhichIdentifiersAndWhereTheListIs) {
  Profile profile;
  profile.credit_code_oids.push_back("1.2.156.10260.4.4");
  profile.crl_url = "http://crl.example.org/issuing.crl";
  Authority authority = Authority::open(folder().path(), register_, profile).value();
  const auto issued =
      authority.issue({"with profile", kHolder, key_.public_key(), kEnd}, kNow).value();
  EXPECT_EQ(read_certificate(issued.pem, {"1.2.156.10260.4.4"}).value().holder, kHolder);
  folder().write("leaf.pem", issued.pem);
  EXPECT_THAT(openssl_says(folder(), "x509 -noout -text -in leaf.pem"),
              HasSubstr("URI:http://crl.example.org/issuing.crl"));
}

INSTANTIATE_TEST_SUITE_P(, AuthorityTest, testing::Values(Algorithm::Rsa, Algorithm::Sm2),
                         [](const auto& kind) { return std::string(name_of(kind.param)); });

class NewAuthorityTest : public testing::Test {
 protected:
  tests::TemporaryFolder folder_;
  MemoryRegister register_;
};

TEST_F(NewAuthorityTest, IsMadeOnceAndItsKeysAreOursAlone) {
  ASSERT_TRUE(make_authority(folder_.path() / "ca", {Algorithm::Sm2, "CA"}, kNow));
  EXPECT_EQ(make_authority(folder_.path() / "ca", {Algorithm::Sm2, "CA"}, kNow).error().fault,
            Fault::Refused);
  for (const auto* key : {"root.key", "issuing.key"}) {
    struct stat status {};
    ASSERT_EQ(stat((folder_.path() / "ca" / key).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u) << key;
  }
}

TEST_F(NewAuthorityTest, WorksWithoutTheRootKeyAndNotWithAKeyOpenToOthers) {
  ASSERT_TRUE(make_authority(folder_.path(), {Algorithm::Sm2, "CA"}, kNow));
  std::filesystem::remove(folder_.path() / "root.key");
  EXPECT_TRUE(Authority::open(folder_.path(), register_));
  chmod((folder_.path() / "issuing.key").c_str(), 0644);
  EXPECT_FALSE(Authority::open(folder_.path(), register_));
}

TEST_F(NewAuthorityTest, KeyThatIsNotTheCertificatesIsRefused) {
  ASSERT_TRUE(make_authority(folder_.path(), {Algorithm::Sm2, "CA"}, kNow));
  std::filesystem::rename(folder_.path() / "root.key", folder_.path() / "issuing.key");
  EXPECT_EQ(Authority::open(folder_.path(), register_).error().fault, Fault::Refused);
}

}  // namespace
}  // namespace vermilion::service::certificates
