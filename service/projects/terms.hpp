#pragma once

#include "rules/project.hpp"
#include "workflow/project_terms.hpp"

namespace vermilion::service::projects {

// What a project's rules say about orders, in the words of workflow/: conditions on operation and
// variant are decided, one that asks for more of the organisation counts as met. The digest is that
// of the project.
//
// Three things no rule file says: a variant is for a main key (主锁) if the project allows one for
// an organisation and the variant carries a seal; whoever has to be verified is verified before the
// first upload; a paid order without a parcel is listed after workflow's own number of days.
[[nodiscard]] workflow::ProjectTerms terms_of(const rules::Project& project);

}  // namespace vermilion::service::projects
