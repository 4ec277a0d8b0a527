import { expect, test } from 'vitest'
import { refuseWeakPassword } from './password-rules.ts'

test.each([
  ['eleven char', 'at least 12'],
  ['PASSWORD1234', 'most common'],
  ['abababababab', 'too few characters'],
  ['mei.lin@shop.example', 'e-mail'],
  ['mei.linmei.lin', 'e-mail'],
])('%j is refused: %s', (password, reason) => {
  expect(() => refuseWeakPassword(password, 'Mei.Lin@shop.example')).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringContaining(reason) }),
  )
})

test.each(['correct horse battery', '密码很长也很好记得住的一句话', 'mei.lin likes green tea'])(
  '%j is taken',
  (password) => {
    expect(() => refuseWeakPassword(password, 'mei.lin@shop.example')).not.toThrow()
  },
)
