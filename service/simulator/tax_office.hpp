#pragma once

#include "service/payment/payment.hpp"

#include <filesystem>

namespace vermilion::service::simulator {

// The tax program: each file in requests/ that has no answer yet gets one in results/ under the
// same name, with numbers of this year. Gives how many invoices were issued.
int issue_invoices(const std::filesystem::path& folder, payment::Instant now);

}  // namespace vermilion::service::simulator
