/** @type {import('next').NextConfig} */
export default {
  distDir: '.data',
  poweredByHeader: false,
  agentRules: false,
  serverExternalPackages: ['postgres'],
}
