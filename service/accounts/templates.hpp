#pragma once

#include <array>
#include <string_view>

// Text messages about accounts, as a vendor has to approve them: the name is that of the template
// in the settings (`sms.templates`), the text tells its blanks.
namespace vermilion::service::accounts {

struct Template {
  std::string_view name;
  std::string_view text;
};

inline constexpr Template kCodeText{"code", "您的验证码是{code}，5分钟内有效。请勿告诉他人。"};
inline constexpr Template kPhoneChangedText{
    "phone_changed",
    "统一社会信用代码尾号{tail}的账户，手机号已变更为{masked}。非本人办理请致电{phone}。"};
inline constexpr Template kPhoneChangeRefusedText{
    "phone_change_refused",
    "统一社会信用代码尾号{tail}的账户，手机号变更申请未通过，详询{phone}。"};

inline constexpr std::array kTemplates{kCodeText, kPhoneChangedText, kPhoneChangeRefusedText};

}  // namespace vermilion::service::accounts
