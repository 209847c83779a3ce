"""Methods that the real server has and the sandbox hasn't, with what it doesn't do: a 404 would look like a bad token."""

from __future__ import annotations

_ABSENT = {
    "has private chats only, no groups, channels or topics": """
        approveChatJoinRequest answerChatJoinRequestQuery banChatMember banChatSenderChat closeForumTopic
        closeGeneralForumTopic createChatInviteLink createChatSubscriptionInviteLink createForumTopic
        declineChatJoinRequest deleteAllMessageReactions deleteChatPhoto deleteChatStickerSet deleteForumTopic
        deleteMessageReaction editChatInviteLink editChatSubscriptionInviteLink editForumTopic editGeneralForumTopic
        exportChatInviteLink getForumTopicIconStickers getUserChatBoosts hideGeneralForumTopic promoteChatMember
        reopenForumTopic reopenGeneralForumTopic restrictChatMember revokeChatInviteLink sendChatJoinRequestWebApp
        setChatAdministratorCustomTitle setChatDescription setChatMemberTag setChatPermissions setChatPhoto
        setChatStickerSet setChatTitle unbanChatMember unbanChatSenderChat unhideGeneralForumTopic
        unpinAllForumTopicMessages unpinAllGeneralForumTopicMessages approveSuggestedPost declineSuggestedPost
        getMyDefaultAdministratorRights setMyDefaultAdministratorRights
    """,
    "has no payments, stars or gifts": """
        answerPreCheckoutQuery answerShippingQuery convertGiftToStars createInvoiceLink editUserStarSubscription
        getAvailableGifts getChatGifts getMyStarBalance getStarTransactions getUserGifts giftPremiumSubscription
        refundStarPayment sendGift sendInvoice sendPaidMedia transferGift upgradeGift
    """,
    "has no inline mode, web apps or guest messages": """
        answerGuestQuery answerInlineQuery answerWebAppQuery savePreparedInlineMessage savePreparedKeyboardButton
    """,
    "has no business accounts": """
        deleteBusinessMessages deleteStory editMessageChecklist editStory getBusinessAccountGifts
        getBusinessAccountStarBalance getBusinessConnection postStory readBusinessMessage
        removeBusinessAccountProfilePhoto repostStory sendChecklist setBusinessAccountBio
        setBusinessAccountGiftSettings setBusinessAccountName setBusinessAccountProfilePhoto
        setBusinessAccountUsername transferBusinessAccountStars
    """,
    "has no sets of stickers": """
        addStickerToSet createNewStickerSet deleteStickerFromSet deleteStickerSet getCustomEmojiStickers getStickerSet
        replaceStickerInSet setCustomEmojiStickerSetThumbnail setStickerEmojiList setStickerKeywords
        setStickerMaskPosition setStickerPositionInSet setStickerSetThumbnail setStickerSetTitle uploadStickerFile
    """,
    "has no games": "getGameHighScores sendGame setGameScore",
    "has no managed bots": """
        getManagedBotAccessSettings getManagedBotToken replaceManagedBotToken setManagedBotAccessSettings
    """,
    "has no profile pictures, statuses or verification": """
        getUserPersonalChatMessages removeChatVerification removeMyProfilePhoto removeUserVerification
        setMyProfilePhoto setUserEmojiStatus verifyChat verifyUser
    """,
    "has no passports": "setPassportDataErrors",
    "has no drafts, rich or ephemeral messages": """
        deleteEphemeralMessage editEphemeralMessageCaption editEphemeralMessageMedia editEphemeralMessageReplyMarkup
        editEphemeralMessageText sendMessageDraft sendRichMessage sendRichMessageDraft
    """,
}
ABSENT = {name.lower(): (name, why) for why, names in _ABSENT.items() for name in names.split()}
"""By the name in lower case: as it is written, and what the sandbox hasn't."""
