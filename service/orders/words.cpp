#include "service/orders/words.hpp"

#include <array>

namespace vermilion::service::orders {
namespace {

namespace wf = workflow;

constexpr std::array<Words, wf::kStages> kStages{{
    {"未开始", "not begun"},
    {"填写中", "being filled in"},
    {"系统检查中", "being checked by the machine"},
    {"等待审核", "waiting for a reviewer"},
    {"审核中", "being reviewed"},
    {"已退回", "sent back"},
    {"等待付款", "waiting for the payment"},
    {"等待邮寄原件", "waiting for the originals"},
    {"原件运输中", "the originals are on their way"},
    {"已收到原件", "the originals are here"},
    {"原件有问题", "something is wrong with the originals"},
    {"联系不上经办人", "the agent cannot be reached"},
    {"原件合格", "the originals are right"},
    {"制证中", "being made"},
    {"补寄签章资料", "waiting for better seal impressions"},
    {"等待快递取件", "waiting for the courier"},
    {"等待自取", "waiting to be fetched"},
    {"已发放", "issued"},
    {"等待付款（更新）", "renewal to be paid"},
    {"已付款，待下载", "paid, to be downloaded"},
    {"下载中", "being downloaded"},
    {"更新成功", "renewed"},
    {"已作废", "void"},
}};

constexpr std::array<Words, 5> kOperations{{{"新制", "New"},
                                            {"补办", "Reissue"},
                                            {"更新", "Renewal"},
                                            {"变更", "Change"},
                                            {"注销", "Cancellation"}}};

constexpr std::array<Words, wf::kRoleNames.size()> kRoles{{
    {"经办人", "agent"},
    {"法人", "legal person"},
    {"证书收件人", "recipient"},
    {"审核人员", "reviewer"},
    {"收件人员", "post room"},
    {"制证人员", "maker"},
    {"客服", "customer service"},
    {"财务", "finance"},
    {"规则人员", "rule author"},
    {"审计人员", "auditor"},
    {"系统", "system"},
}};

constexpr std::array<Words, wf::kEvents> kEvents{{
    {"没有变化", "Nothing changed"},
    {"开始申请", "Order begun"},
    {"填写了经办人和收件人", "Agent and recipient given"},
    {"修改了收件人", "Recipient changed"},
    {"选择了领取方式", "Delivery chosen"},
    {"上传了资料", "Document uploaded"},
    {"系统检查了资料", "Document checked by the machine"},
    {"法人核验：认证成功", "Legal person verified"},
    {"法人核验未通过", "Verification of the legal person failed"},
    {"提交审核", "Handed in"},
    {"撤回修改", "Taken back"},
    {"订单作废", "Order void"},
    {"审核人员开始审核", "Review begun"},
    {"审核人员放回队列", "Given back to the queue"},
    {"审核了一份资料", "Document decided"},
    {"资料审核通过", "Approved"},
    {"资料审核未通过", "Sent back"},
    {"提出双人确认", "Second person asked"},
    {"第二人已确认", "Second person confirmed"},
    {"撤回双人确认", "Second person asked no longer"},
    {"生成付款码", "Payment code asked for"},
    {"付款码关闭", "Payment code closed"},
    {"支付成功", "Paid"},
    {"付款金额不符，暂挂", "Another amount was paid; held"},
    {"重复付款，自动退回", "Paid twice; goes back by itself"},
    {"付款记录有出入", "Notices about the payment disagree"},
    {"暂挂的付款已退回", "Held payment sent back"},
    {"申请退款", "Refund asked for"},
    {"收到退款申请函", "Refund letter handed in"},
    {"撤回退款申请", "Refund asked for no longer"},
    {"退款申请未通过", "Refund refused"},
    {"退款已批准", "Refund approved"},
    {"退款到账", "Refund arrived"},
    {"退款失败", "Refund failed"},
    {"重新发起退款", "Refund sent again"},
    {"填写了快递单号", "Courier number given"},
    {"邮件提前到达，单独存放", "Parcel came too early; put aside"},
    {"转入提前到达的邮件", "Parcel put aside taken in"},
    {"收到邮件", "Parcel received"},
    {"纸质材料合格", "Originals are right"},
    {"纸质材料有问题", "Originals are not right"},
    {"电话联系", "Call"},
    {"开始制证", "Making begun"},
    {"制证失败", "Making failed"},
    {"制证完成", "Certificate made"},
    {"原证书已吊销", "Former certificate revoked"},
    {"签章资料有问题", "Seal impressions are not good"},
    {"补寄了签章资料", "Seal impressions sent"},
    {"收到补寄的签章资料", "Seal impressions received"},
    {"电子签章已制作", "Seal made"},
    {"证书已寄出", "Dispatched"},
    {"证书已领取", "Handed over"},
    {"填写了开票信息", "Invoice data given"},
    {"发票已开具", "Invoice issued"},
    {"开始下载证书", "Download begun"},
    {"下载中断", "Download broke off"},
    {"证书更新成功", "Certificate renewed"},
}};
constexpr std::array<Words, 5> kMatters{{
    {"放行必须改的问题", "Let a finding pass that blocks"},
    {"补办会吊销原证书", "Reissue revokes the former certificate"},
    {"制证后退款", "Refund though the certificate is made"},
    {"更改单位名称", "Change of an organisation's name"},
    {"发布规则", "Publish rules"},
}};
static_assert(kMatters.back().zh != nullptr);
static_assert(kEvents.back().zh != nullptr && kStages.back().zh != nullptr);

template <class List, class Enum>
Words in(const List& list, Enum value) {
  return list[static_cast<std::size_t>(value)];
}

}  // namespace

Words words_of(wf::Stage stage) {
  return in(kStages, stage);
}
Words words_of(wf::Operation operation) {
  return in(kOperations, operation);
}
Words words_of(wf::Role role) {
  return in(kRoles, role);
}
Words words_of(wf::EventKind event) {
  return in(kEvents, event);
}
Words words_of(wf::Matter matter) {
  return in(kMatters, matter);
}

}  // namespace vermilion::service::orders
