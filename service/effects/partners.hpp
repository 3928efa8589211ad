#pragma once

#include "service/effects/billing.hpp"
#include "service/effects/world.hpp"
#include "service/payment/alipay/application.hpp"
#include "service/payment/wechat/merchant.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>

// The partners we have contracts with, from a folder: partners.json says who they are and which
// files beside it hold the keys. A partner that is not in it is not set up.
namespace vermilion::service::effects {

// What callbacks are verified with.
struct Ears {
  std::optional<payment::wechat::Merchant> wechat;
  std::optional<payment::alipay::Application> alipay;
  std::optional<verification::Account> verification;
  std::optional<courier::Account> courier;
};

struct Partners {
  World world;  // carriers over the network; `show`, `in_house`, `certificates` are still to be set
  Ears ears;
  std::map<std::string, FetchBill> bills;  // by channel: "wechat", "alipay"
  std::filesystem::path invoices;  // requests/ and results/ are in it; empty: no tax program
};

// Else a sentence that names the member or the file, never what is in it. Key files others may
// read are refused.
[[nodiscard]] tl::expected<Partners, std::string> read_partners(const std::filesystem::path& folder,
                                                                Stamps stamps = real_stamps());

}  // namespace vermilion::service::effects
