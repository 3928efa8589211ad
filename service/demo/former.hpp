#pragma once

#include "service/demo/applicant.hpp"
#include "service/running/installation.hpp"

#include <string>

namespace vermilion::service::demo {

// A certificate this applicant has from before, for two more months: issued by the installation's
// own authority, so that it can be renewed and revoked. Throws OffTheScript where there is none.
void give_certificate(running::Installation& installation, const Applicant& applicant,
                      const std::string& project, bool main_key);

}  // namespace vermilion::service::demo
