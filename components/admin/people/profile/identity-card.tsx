'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form/field'
import { toast } from '@/lib/client/browser/toast'
import { useUnsaved } from '@/lib/client/browser/unsaved'
import { useRename, useSetAvatar } from '@/lib/client/people/profile'
import { useViewer } from '@/lib/client/people/use-viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import { Card } from './card'

/** My name and picture. */
export function IdentityCard() {
  const { t } = useTranslator()
  const viewer = useViewer()
  const router = useRouter()
  const rename = useRename()
  const [name, setName] = useState(viewer.name)
  useUnsaved(name.trim() !== viewer.name)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // The server drew the page with the old name: it is asked to draw it anew.
    const onSuccess = () => {
      toast(t('people.profile.nameSaved'))
      router.refresh()
    }
    if (!rename.isPending) rename.mutate(name.trim(), { onSuccess })
  }

  return (
    <Card title={t('people.profile.identity')}>
      <Picture />
      <form onSubmit={submit} className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field
            label={t('people.profile.name')}
            value={name}
            required
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <Button type="submit" size="lg" pending={rename.isPending}>
          {t('people.profile.saveName')}
        </Button>
      </form>
    </Card>
  )
}

function Picture() {
  const { t } = useTranslator()
  const viewer = useViewer()
  const router = useRouter()
  const setAvatar = useSetAvatar()
  const input = useRef<HTMLInputElement>(null)
  const set = (file: File | null) => {
    const onSuccess = () => {
      toast(t(file ? 'people.profile.pictureSaved' : 'people.profile.pictureRemoved'))
      router.refresh()
    }
    setAvatar.mutate(file, { onSuccess })
  }
  return (
    <div className="flex items-center gap-3">
      <Avatar name={viewer.name} src={viewer.avatarUrl} size={64} />
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        aria-label={t('people.profile.picture')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) set(file)
        }}
      />
      <Button pending={setAvatar.isPending} onClick={() => input.current?.click()}>
        {t('people.profile.choosePicture')}
      </Button>
      {viewer.avatarUrl && (
        <Button variant="ghost" onClick={() => set(null)}>
          {t('people.profile.removePicture')}
        </Button>
      )}
    </div>
  )
}
