/** Characters. Asked for by every form that sets a password, and by the server. */
export const PASSWORD_LENGTH_MIN = 10
