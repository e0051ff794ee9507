"""Discord's numbers, each with its origin."""

# API specification: IncomingWebhookInteractionRequest.content, as which every reply is sent.
# (MessageCreateRequest.content says 4,000; the written documentation holds it to 2,000 too.)
CONTENT = 2000
