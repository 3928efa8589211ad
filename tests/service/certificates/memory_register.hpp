#pragma once

#include "service/certificates/register.hpp"

#include <map>

namespace vermilion::service::certificates {

// Forgets everything with the test.
class MemoryRegister final : public Register {
 public:
  Result<std::optional<Issued>> by_request(const std::string& request) override {
    const auto found = issued.find(request);
    return found == issued.end() ? std::optional<Issued>() : found->second;
  }
  Result<std::optional<Issued>> by_serial(const std::string& serial) override {
    for (const auto& [request, one] : issued) {
      if (one.serial == serial) return std::optional(one);
    }
    return std::optional<Issued>();
  }
  Result<Issued> keep(const Issued& one) override {
    return issued.emplace(one.request, one).first->second;
  }
  Result<std::optional<Revocation>> revocation(const std::string& serial) override {
    const auto found = revoked.find(serial);
    return found == revoked.end() ? std::optional<Revocation>() : found->second;
  }
  Result<Revocation> revoke(const Revocation& one) override {
    return revoked.emplace(one.serial, one).first->second;
  }
  Result<std::vector<Revocation>> revocations() override {
    std::vector<Revocation> all;
    for (const auto& [serial, one] : revoked) all.push_back(one);
    return all;
  }
  Result<std::uint64_t> next_list_number() override { return ++lists; }

  std::map<std::string, Issued> issued;
  std::map<std::string, Revocation> revoked;
  std::uint64_t lists = 0;
};

}  // namespace vermilion::service::certificates
