#pragma once

#include "service/courier/courier.hpp"
#include "service/effects/carry.hpp"
#include "service/effects/cashier.hpp"
#include "service/invoices/invoices.hpp"
#include "service/sms/sms.hpp"
#include "service/transport/exchange.hpp"
#include "service/verification/verification.hpp"
#include "workflow/organisation/transitions.hpp"
#include "workflow/particulars.hpp"
#include "workflow/project_terms.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace vermilion::service::effects {

// Makes certificates, whoever does it. `key` is the effect's: the same makes no second one.
class CertificateMaker {
 public:
  virtual ~CertificateMaker() = default;
  virtual Outcome<workflow::Certificate> issue(const std::string& key,
                                               const workflow::Order& order) = 0;
  // Revoked already is revoked.
  virtual Outcome<void> revoke(const std::string& serial) = 0;
};

// A text message: which template of the vendor stands for which notice, and how it is sent.
struct Texting {
  std::map<std::string, std::string, std::less<>> templates;  // "approved" -> "SMS_123456789"
  std::function<sms::Sent(const sms::Message&)> send;
};

struct Verifying {
  verification::Account account;
  transport::Carrier carrier;
};

struct Tracking {
  courier::Account account;
  transport::Carrier carrier;
};

// Everybody outside, and the clock. What is not set up is nobody's: effects for it fail as Never
// and show on the list of dead jobs.
struct World {
  Stamps stamps;
  std::map<workflow::Channel, std::shared_ptr<Cashier>> cashiers;
  Texting texting;
  std::optional<Verifying> verifying;
  std::optional<Tracking> tracking;
  CertificateMaker* certificates = nullptr;
  std::function<Outcome<void>(const invoices::Asked&)> ask_invoice;
  // What a person has to see on a screen: the code to pay or to verify by, under the effect's key.
  std::function<void(const std::string& key, const std::string& url)> show;
  // Forms, inspections, alarms, calls: done within the house.
  std::function<Outcome<Carried>(const Task&)> in_house;
  // What accounts of organisations ask for: codes, passwords, sessions.
  std::function<Outcome<void>(const workflow::organisation::Effect&, bool uncertain)> account;
};

}  // namespace vermilion::service::effects
