/** For measurements: empty variables count as not set, so the test kit's quick ones give way to the product's defaults. */
export const productPace = {
  LIVE_HEARTBEAT_MS: '',
  RELAY_CLAIM_MS: '',
  EVENT_ATTEMPTS: '',
  RETRY_BACKOFF_MS: '',
}
