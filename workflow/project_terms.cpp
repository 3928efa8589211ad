#include "workflow/project_terms.hpp"

#include <algorithm>
#include <array>

namespace vermilion::workflow {
namespace {

template <class List, class Key, class Member>
auto find(const List& list, const Key& key, Member member) -> decltype(list.data()) {
  const auto found = std::ranges::find(list, key, member);
  return found == list.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name_of(Operation operation) {
  constexpr std::array<std::string_view, 5> kNames{"new", "reissue", "renew", "change", "cancel"};
  return kNames[static_cast<std::size_t>(operation)];
}

std::string_view name_of(Channel channel) {
  constexpr std::array<std::string_view, 3> kNames{"wechat", "alipay", "bank_transfer"};
  return kNames[static_cast<std::size_t>(channel)];
}

const OperationTerms* find_operation(const ProjectTerms& terms, Operation operation) {
  return find(terms.operations, operation, &OperationTerms::operation);
}

const VariantTerms* find_variant(const ProjectTerms& terms, Operation operation,
                                 std::string_view variant) {
  const OperationTerms* offered = find_operation(terms, operation);
  return offered == nullptr ? nullptr : find(offered->variants, variant, &VariantTerms::id);
}

const SlotTerms* find_slot(const VariantTerms& variant, std::string_view slot) {
  return find(variant.slots, slot, &SlotTerms::id);
}

}  // namespace vermilion::workflow
