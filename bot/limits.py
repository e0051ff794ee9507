"""Discord's numbers, each with its origin.

S is Discord's published API description (specs/openapi.json, 2026-07-18), D its written
documentation (developers/, 2026-08-06). Where the two differ, the smaller number is obeyed.
"""

# S: IncomingWebhookInteractionRequest.content; messages that are plain text.
CONTENT = 2000

# D, components/reference: all Text Displays of one message together (S: 4,000 for each).
TEXT = 4000

# What a fact may take of TEXT. The rest is kept for what stands around it: who shared it, the
# question that was asked (QUESTION, each letter escaped), that the base has changed since.
REPLY = 3000
# Ours: longest question that /ask takes; it is repeated in a private reply.
QUESTION = 300
# Ours: the text of one page of a list; with its heading it stays readable on a phone.
PAGE = 1800

# D and S, message components.
COMPONENTS = 40
ROW_BUTTONS = 5
BUTTON_LABEL = 80
CUSTOM_ID = 100
URL = 512
MENU_OPTIONS = 25
OPTION_TEXT = 100  # label, value and description alike
PLACEHOLDER = 150

# D: 100; S says 6,000 for a choice's value.
CHOICES = 25
CHOICE = 100

# D, interactions/receiving-and-responding; seconds.
FIRST_RESPONSE = 3.0
TOKEN_LIFE = 15 * 60.0
